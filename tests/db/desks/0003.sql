PRAGMA application_id = 1162692420;
BEGIN TRANSACTION;
CREATE TABLE action (
	id VARCHAR(32) NOT NULL, 
	section_id VARCHAR(32) NOT NULL, 
	parent_id VARCHAR(32), 
	position INTEGER DEFAULT '0' NOT NULL, 
	stem TEXT DEFAULT '' NOT NULL, 
	lettered INTEGER DEFAULT '0' NOT NULL, 
	children_style TEXT DEFAULT '' NOT NULL, 
	text TEXT DEFAULT '' NOT NULL, 
	outcome TEXT DEFAULT '' NOT NULL, 
	adopted_text TEXT DEFAULT '' NOT NULL, 
	origin_id VARCHAR(32), 
	made_in_room INTEGER DEFAULT '0' NOT NULL, 
	CONSTRAINT pk_action PRIMARY KEY (id), 
	CONSTRAINT fk_action_section_id FOREIGN KEY(section_id) REFERENCES action_section (id) ON DELETE RESTRICT ON UPDATE RESTRICT, 
	CONSTRAINT fk_action_parent_id FOREIGN KEY(parent_id) REFERENCES action (id) ON DELETE RESTRICT ON UPDATE RESTRICT, 
	CONSTRAINT fk_action_origin_id FOREIGN KEY(origin_id) REFERENCES action (id) ON DELETE RESTRICT ON UPDATE RESTRICT
);
INSERT INTO "action" VALUES('01a1fb97afbc70008002b918b1c1dd79','01a1fb97afba70008000f933f82c8641',NULL,1,'The Senior Officials:',1,'','Welcome the map;','approved','',NULL,0);
INSERT INTO "action" VALUES('01a1fb97afbe7000800236c59e331b1e','01a1fb97afba70008000f933f82c8641',NULL,2,'The Senior Officials:',1,'','Request the Task Team to:','approved','',NULL,0);
INSERT INTO "action" VALUES('01a1fb97afc070008000e31904d742bd','01a1fb97afba70008000f933f82c8641','01a1fb97afbe7000800236c59e331b1e',1,'',1,'','Finish the map; and','approved','',NULL,0);
INSERT INTO "action" VALUES('01a1fb97afc270008000b633acbe259b','01a1fb97afba70008000f933f82c8641','01a1fb97afbe7000800236c59e331b1e',2,'',1,'','Count the corals;','approved','',NULL,0);
INSERT INTO "action" VALUES('01a1fb97afc2700080049d0d53c979a5','01a1fb97afba70008000f933f82c8641',NULL,3,'The Senior Officials:',1,'','Decide to rename the Task Team.','approved','',NULL,0);
INSERT INTO "action" VALUES('01a1fb97afc3700080027b4165ed676e','01a1fb97afbb700080020f0b8b006c84',NULL,1,'The Senior Officials:',0,'','Agree to establish a Task Team to:','approved','',NULL,0);
INSERT INTO "action" VALUES('01a1fb97afc570008000493e25d93718','01a1fb97afbb700080020f0b8b006c84','01a1fb97afc3700080027b4165ed676e',1,'',1,'','Measure dust.','approved','',NULL,0);
CREATE TABLE action_section (
	id VARCHAR(32) NOT NULL, 
	meeting_id VARCHAR(32) NOT NULL, 
	position INTEGER DEFAULT '0' NOT NULL, 
	heading TEXT DEFAULT '' NOT NULL, 
	workstream_id VARCHAR(32), 
	style TEXT DEFAULT '' NOT NULL, 
	CONSTRAINT pk_action_section PRIMARY KEY (id), 
	CONSTRAINT fk_action_section_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (id) ON DELETE RESTRICT ON UPDATE RESTRICT, 
	CONSTRAINT fk_action_section_workstream_id FOREIGN KEY(workstream_id) REFERENCES workstream (id) ON DELETE RESTRICT ON UPDATE RESTRICT
);
INSERT INTO "action_section" VALUES('01a1fb97afba70008000f933f82c8641','01a1fb97afb770008000dd743e321b04',1,'Task Team on Reefs','01a1fb97af8c70008000b65291246f46','a');
INSERT INTO "action_section" VALUES('01a1fb97afbb700080020f0b8b006c84','01a1fb97afb770008000dd743e321b04',2,'Task Team on Dust',NULL,'i');
CREATE TABLE agenda_document (
	id VARCHAR(32) NOT NULL, 
	agenda_item_id VARCHAR(32) NOT NULL, 
	document_id VARCHAR(32) NOT NULL, 
	CONSTRAINT pk_agenda_document PRIMARY KEY (id), 
	CONSTRAINT fk_agenda_document_agenda_item_id FOREIGN KEY(agenda_item_id) REFERENCES agenda_item (id) ON DELETE RESTRICT ON UPDATE RESTRICT, 
	CONSTRAINT fk_agenda_document_document_id FOREIGN KEY(document_id) REFERENCES document (id) ON DELETE RESTRICT ON UPDATE RESTRICT
);
CREATE TABLE agenda_item (
	id VARCHAR(32) NOT NULL, 
	meeting_id VARCHAR(32) NOT NULL, 
	parent_id VARCHAR(32), 
	position INTEGER DEFAULT '0' NOT NULL, 
	title TEXT DEFAULT '' NOT NULL, 
	numbered INTEGER DEFAULT '0' NOT NULL, 
	children_style TEXT DEFAULT '' NOT NULL, 
	start_time TEXT DEFAULT '' NOT NULL, 
	end_time TEXT DEFAULT '' NOT NULL, 
	presenter TEXT DEFAULT '' NOT NULL, 
	presented_by TEXT DEFAULT '' NOT NULL, 
	workstream_id VARCHAR(32), 
	notes TEXT DEFAULT '' NOT NULL, 
	draft_conclusion TEXT DEFAULT '' NOT NULL, 
	CONSTRAINT pk_agenda_item PRIMARY KEY (id), 
	CONSTRAINT fk_agenda_item_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (id) ON DELETE RESTRICT ON UPDATE RESTRICT, 
	CONSTRAINT fk_agenda_item_parent_id FOREIGN KEY(parent_id) REFERENCES agenda_item (id) ON DELETE RESTRICT ON UPDATE RESTRICT, 
	CONSTRAINT fk_agenda_item_workstream_id FOREIGN KEY(workstream_id) REFERENCES workstream (id) ON DELETE RESTRICT ON UPDATE RESTRICT
);
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "alembic_version" VALUES('0003');
CREATE TABLE attachment (
	id VARCHAR(32) NOT NULL, 
	name TEXT DEFAULT '' NOT NULL, 
	size INTEGER DEFAULT '0' NOT NULL, 
	sha256 TEXT DEFAULT '' NOT NULL, 
	added_at TEXT DEFAULT '' NOT NULL, 
	CONSTRAINT pk_attachment PRIMARY KEY (id)
);
CREATE TABLE attachment_part (
	id VARCHAR(32) NOT NULL, 
	attachment_id VARCHAR(32) NOT NULL, 
	position INTEGER DEFAULT '0' NOT NULL, 
	data TEXT DEFAULT '' NOT NULL, 
	CONSTRAINT pk_attachment_part PRIMARY KEY (id), 
	CONSTRAINT fk_attachment_part_attachment_id FOREIGN KEY(attachment_id) REFERENCES attachment (id) ON DELETE RESTRICT ON UPDATE RESTRICT
);
CREATE TABLE change (
	id INTEGER NOT NULL, 
	revision INTEGER NOT NULL, 
	table_name TEXT NOT NULL, 
	row_id TEXT NOT NULL, 
	action TEXT NOT NULL, 
	"before" TEXT, 
	"after" TEXT, 
	CONSTRAINT pk_change PRIMARY KEY (id), 
	CONSTRAINT fk_change_revision FOREIGN KEY(revision) REFERENCES revision (number)
);
INSERT INTO "change" VALUES(15,1,'entity','01a1fb97af757000801c8db45e368759','I',NULL,NULL);
INSERT INTO "change" VALUES(19,1,'entity','01a1fb97af7570008024bdd0b0431eae','I',NULL,NULL);
INSERT INTO "change" VALUES(42,1,'entity','01a1fb97af7570008052b0517d36dbc0','I',NULL,NULL);
INSERT INTO "change" VALUES(53,1,'entity','01a1fb97af757000806861a79b5c9fc4','I',NULL,NULL);
INSERT INTO "change" VALUES(80,1,'entity','01a1fb97af757000809e3f2e17be8b66','I',NULL,NULL);
INSERT INTO "change" VALUES(83,1,'entity','01a1fb97af7570008052b0517d36dbc0','U','{"parent_id":null}','{"parent_id":"01a1fb97af757000806861a79b5c9fc4"}');
INSERT INTO "change" VALUES(208,1,'entity_alias','01a1fb97af80700080f24ef68db15289','I',NULL,NULL);
INSERT INTO "change" VALUES(209,1,'entity_alias','01a1fb97af80700080f47e0b9dcfb7bd','I',NULL,NULL);
INSERT INTO "change" VALUES(210,1,'entity_alias','01a1fb97af80700080f6136915a2f22c','I',NULL,NULL);
INSERT INTO "change" VALUES(211,1,'entity_alias','01a1fb97af80700080f82fcce8dad1a5','I',NULL,NULL);
INSERT INTO "change" VALUES(216,1,'entity_alias','01a1fb97af8070008102c7558a5235e4','I',NULL,NULL);
INSERT INTO "change" VALUES(217,1,'entity_alias','01a1fb97af80700081040b9a2a63236f','I',NULL,NULL);
INSERT INTO "change" VALUES(218,1,'entity_alias','01a1fb97af8070008106a34e4b6f3093','I',NULL,NULL);
INSERT INTO "change" VALUES(244,1,'entity_alias','01a1fb97af807000813a25d62c78018d','I',NULL,NULL);
INSERT INTO "change" VALUES(245,1,'entity_alias','01a1fb97af807000813c5aa9d3377857','I',NULL,NULL);
INSERT INTO "change" VALUES(246,1,'entity_alias','01a1fb97af807000813eb23a48b96166','I',NULL,NULL);
INSERT INTO "change" VALUES(388,1,'entity_alias','01a1fb97af807000825a0a2c697bb6c4','I',NULL,NULL);
INSERT INTO "change" VALUES(389,1,'entity_alias','01a1fb97af807000825cbc3cfa09e71f','I',NULL,NULL);
INSERT INTO "change" VALUES(390,1,'entity_alias','01a1fb97af807000825e5cccc132d41f','I',NULL,NULL);
INSERT INTO "change" VALUES(391,1,'entity_alias','01a1fb97af8070008260bd2fd03c6f81','I',NULL,NULL);
INSERT INTO "change" VALUES(394,1,'entity_alias','01a1fb97af80700082668f520ad0ec73','I',NULL,NULL);
INSERT INTO "change" VALUES(395,1,'entity_alias','01a1fb97af80700082688192cfd9d57b','I',NULL,NULL);
INSERT INTO "change" VALUES(396,1,'entity_alias','01a1fb97af807000826af211abb5f46d','I',NULL,NULL);
INSERT INTO "change" VALUES(472,1,'entity_alias','01a1fb97af807000830221fcbe04cdae','I',NULL,NULL);
INSERT INTO "change" VALUES(473,1,'entity_alias','01a1fb97af8070008304ab321ca54d71','I',NULL,NULL);
INSERT INTO "change" VALUES(474,1,'entity_alias','01a1fb97af8070008306767183697a03','I',NULL,NULL);
INSERT INTO "change" VALUES(476,1,'entity_alias','01a1fb97af807000830a24b004a38dba','I',NULL,NULL);
INSERT INTO "change" VALUES(477,1,'entity_alias','01a1fb97af807000830c4661ce432d4a','I',NULL,NULL);
INSERT INTO "change" VALUES(479,1,'entity_alias','01a1fb97af80700083105e9f95cef902','I',NULL,NULL);
INSERT INTO "change" VALUES(483,1,'entity_alias','01a1fb97af80700083188503d809c335','I',NULL,NULL);
INSERT INTO "change" VALUES(641,1,'entity_alias','01a1fb97af8170008116128e9b884f93','I',NULL,NULL);
INSERT INTO "change" VALUES(642,1,'entity_alias','01a1fb97af817000811815f58cc1ef49','I',NULL,NULL);
INSERT INTO "change" VALUES(663,1,'entity_domain','01a1fb97af8470008010b78cb215150c','I',NULL,NULL);
INSERT INTO "change" VALUES(711,1,'entity_domain','01a1fb97af8470008070b72b6bb48d5a','I',NULL,NULL);
INSERT INTO "change" VALUES(712,2,'chapter','01a1fb97af8a70008000412c2e2606cc','I',NULL,NULL);
INSERT INTO "change" VALUES(713,3,'workstream','01a1fb97af8c70008000b65291246f46','I',NULL,NULL);
INSERT INTO "change" VALUES(714,4,'workstream','01a1fb97afae7000800003d8bd927e71','I',NULL,NULL);
INSERT INTO "change" VALUES(715,5,'task','01a1fb97afb1700080003a169b15b8fe','I',NULL,NULL);
INSERT INTO "change" VALUES(716,6,'task','01a1fb97afb270008000b7100c56a6a2','I',NULL,NULL);
INSERT INTO "change" VALUES(717,7,'task','01a1fb97afb37000800076e9e2880661','I',NULL,NULL);
INSERT INTO "change" VALUES(718,8,'progress_entry','01a1fb97afb57000800086f3a4603e6c','I',NULL,NULL);
INSERT INTO "change" VALUES(719,9,'meeting','01a1fb97afb770008000dd743e321b04','I',NULL,NULL);
INSERT INTO "change" VALUES(720,10,'meeting','01a1fb97afb87000800283e0f741a65e','I',NULL,NULL);
INSERT INTO "change" VALUES(721,11,'action_section','01a1fb97afba70008000f933f82c8641','I',NULL,NULL);
INSERT INTO "change" VALUES(722,12,'action_section','01a1fb97afbb700080020f0b8b006c84','I',NULL,NULL);
INSERT INTO "change" VALUES(723,13,'action','01a1fb97afbc70008002b918b1c1dd79','I',NULL,NULL);
INSERT INTO "change" VALUES(724,14,'action','01a1fb97afbe7000800236c59e331b1e','I',NULL,NULL);
INSERT INTO "change" VALUES(725,15,'action','01a1fb97afc070008000e31904d742bd','I',NULL,NULL);
INSERT INTO "change" VALUES(726,16,'action','01a1fb97afc270008000b633acbe259b','I',NULL,NULL);
INSERT INTO "change" VALUES(727,17,'action','01a1fb97afc2700080049d0d53c979a5','I',NULL,NULL);
INSERT INTO "change" VALUES(728,18,'action','01a1fb97afc3700080027b4165ed676e','I',NULL,NULL);
INSERT INTO "change" VALUES(729,19,'action','01a1fb97afc570008000493e25d93718','I',NULL,NULL);
INSERT INTO "change" VALUES(730,20,'effect','01a1fb97afc770008000a5d18af358c4','I',NULL,NULL);
INSERT INTO "change" VALUES(731,21,'effect','01a1fb97afc870008000dce923ba37b4','I',NULL,NULL);
INSERT INTO "change" VALUES(732,22,'effect','01a1fb97afc970008000a2bcd9ca777c','I',NULL,NULL);
INSERT INTO "change" VALUES(733,23,'person','01a1fb97afd070008000682284376ffa','I',NULL,NULL);
INSERT INTO "change" VALUES(734,23,'person_name','01a1fb97afd170008000b54ea135cb00','I',NULL,NULL);
INSERT INTO "change" VALUES(735,23,'participation','01a1fb97afd4700080004d4095e5f5b4','I',NULL,NULL);
INSERT INTO "change" VALUES(736,24,'person','01a1fb97afd6700080002ae56ac594fc','I',NULL,NULL);
INSERT INTO "change" VALUES(737,24,'person_name','01a1fb97afd67000800208542e26946a','I',NULL,NULL);
INSERT INTO "change" VALUES(738,24,'participation','01a1fb97afd770008000598581390384','I',NULL,NULL);
INSERT INTO "change" VALUES(739,25,'person','01a1fb97afd9700080000cf93c7295d0','I',NULL,NULL);
INSERT INTO "change" VALUES(740,25,'person_name','01a1fb97afd970008002d189893e1541','I',NULL,NULL);
INSERT INTO "change" VALUES(741,25,'participation','01a1fb97afda700080007f854ba0a8ce','I',NULL,NULL);
INSERT INTO "change" VALUES(742,26,'person','01a1fb97afdc70008000528068ef914e','I',NULL,NULL);
INSERT INTO "change" VALUES(743,26,'person_name','01a1fb97afdc7000800226aa11342389','I',NULL,NULL);
INSERT INTO "change" VALUES(744,26,'participation','01a1fb97afdd700080003478bb39d168','I',NULL,NULL);
INSERT INTO "change" VALUES(745,27,'person','01a1fb97afde700080007cfed4f54cde','I',NULL,NULL);
INSERT INTO "change" VALUES(746,27,'person_name','01a1fb97afde7000800232647b7031a8','I',NULL,NULL);
INSERT INTO "change" VALUES(747,27,'participation','01a1fb97afde700080043295b219257d','I',NULL,NULL);
INSERT INTO "change" VALUES(748,28,'person','01a1fb97afe070008002f8b14fb88687','I',NULL,NULL);
INSERT INTO "change" VALUES(749,28,'person_name','01a1fb97afe070008004a381b3108738','I',NULL,NULL);
INSERT INTO "change" VALUES(750,28,'person_email','01a1fb97afe170008000effe0497b8a5','I',NULL,NULL);
INSERT INTO "change" VALUES(751,29,'chapter','01a1fb97afe2700080007e9a77c7c692','I',NULL,NULL);
INSERT INTO "change" VALUES(752,30,'workstream','01a1fb97afe2700080047d6e6dfce945','I',NULL,NULL);
INSERT INTO "change" VALUES(753,31,'workstream','01a1fb97afe370008002a2b8cb241c44','I',NULL,NULL);
INSERT INTO "change" VALUES(754,32,'task','01a1fb97afe4700080007433d95c777e','I',NULL,NULL);
INSERT INTO "change" VALUES(755,33,'task','01a1fb97afe5700080004db0af5a3231','I',NULL,NULL);
INSERT INTO "change" VALUES(756,34,'task','01a1fb97afe670008000c1c4f44fa556','I',NULL,NULL);
INSERT INTO "change" VALUES(757,35,'progress_entry','01a1fb97afe670008004e66308f94793','I',NULL,NULL);
INSERT INTO "change" VALUES(758,36,'action','01a1fb97afbc70008002b918b1c1dd79','U','{"outcome":"drafted"}','{"outcome":"approved"}');
INSERT INTO "change" VALUES(759,36,'action','01a1fb97afbe7000800236c59e331b1e','U','{"outcome":"drafted"}','{"outcome":"approved"}');
INSERT INTO "change" VALUES(760,36,'action','01a1fb97afc070008000e31904d742bd','U','{"outcome":"drafted"}','{"outcome":"approved"}');
INSERT INTO "change" VALUES(761,36,'action','01a1fb97afc270008000b633acbe259b','U','{"outcome":"drafted"}','{"outcome":"approved"}');
INSERT INTO "change" VALUES(762,36,'action','01a1fb97afc2700080049d0d53c979a5','U','{"outcome":"drafted"}','{"outcome":"approved"}');
INSERT INTO "change" VALUES(763,36,'action','01a1fb97afc3700080027b4165ed676e','U','{"outcome":"drafted"}','{"outcome":"approved"}');
INSERT INTO "change" VALUES(764,36,'action','01a1fb97afc570008000493e25d93718','U','{"outcome":"drafted"}','{"outcome":"approved"}');
INSERT INTO "change" VALUES(765,37,'workstream','01a1fb97af8c70008000b65291246f46','U','{"name":"Task Team on Reefs"}','{"name":"Task Team on Corals"}');
INSERT INTO "change" VALUES(766,37,'workstream_alias','01a1fb97aff57000800007103e1bb28f','I',NULL,NULL);
INSERT INTO "change" VALUES(767,37,'mandate_event','01a1fb97aff6700080009c37c2a54c91','I',NULL,NULL);
INSERT INTO "change" VALUES(768,37,'mandate_event','01a1fb97aff7700080007d0337439457','I',NULL,NULL);
INSERT INTO "change" VALUES(769,37,'workstream','01a1fb97aff770008002f59aa0294123','I',NULL,NULL);
INSERT INTO "change" VALUES(770,37,'effect','01a1fb97afc970008000a2bcd9ca777c','U','{"workstream_id":null}','{"workstream_id":"01a1fb97aff770008002f59aa0294123"}');
INSERT INTO "change" VALUES(771,37,'workstream','01a1fb97aff770008002f59aa0294123','U','{"status":"proposed"}','{"status":"active"}');
INSERT INTO "change" VALUES(772,37,'mandate_event','01a1fb97aff970008000b7acf752d64c','I',NULL,NULL);
CREATE TABLE chapter (
	id VARCHAR(32) NOT NULL, 
	title TEXT DEFAULT '' NOT NULL, 
	position INTEGER DEFAULT '0' NOT NULL, 
	CONSTRAINT pk_chapter PRIMARY KEY (id)
);
INSERT INTO "chapter" VALUES('01a1fb97af8a70008000412c2e2606cc','Oceans and coasts',1);
INSERT INTO "chapter" VALUES('01a1fb97afe2700080007e9a77c7c692','Oceans and coasts',2);
CREATE TABLE deliverable (
	id VARCHAR(32) NOT NULL, 
	position INTEGER DEFAULT '0' NOT NULL, 
	title TEXT DEFAULT '' NOT NULL, 
	kind TEXT DEFAULT '' NOT NULL, 
	edition TEXT DEFAULT '' NOT NULL, 
	workstream_id VARCHAR(32), 
	web_address TEXT DEFAULT '' NOT NULL, 
	CONSTRAINT pk_deliverable PRIMARY KEY (id), 
	CONSTRAINT fk_deliverable_workstream_id FOREIGN KEY(workstream_id) REFERENCES workstream (id) ON DELETE RESTRICT ON UPDATE RESTRICT
);
CREATE TABLE deliverable_stage (
	id VARCHAR(32) NOT NULL, 
	deliverable_id VARCHAR(32) NOT NULL, 
	position INTEGER DEFAULT '0' NOT NULL, 
	stage TEXT DEFAULT '' NOT NULL, 
	date TEXT DEFAULT '' NOT NULL, 
	meeting_id VARCHAR(32), 
	note TEXT DEFAULT '' NOT NULL, 
	CONSTRAINT pk_deliverable_stage PRIMARY KEY (id), 
	CONSTRAINT fk_deliverable_stage_deliverable_id FOREIGN KEY(deliverable_id) REFERENCES deliverable (id) ON DELETE RESTRICT ON UPDATE RESTRICT, 
	CONSTRAINT fk_deliverable_stage_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (id) ON DELETE RESTRICT ON UPDATE RESTRICT
);
CREATE TABLE designation (
	id VARCHAR(32) NOT NULL, 
	entity_id VARCHAR(32) NOT NULL, 
	person_id VARCHAR(32) NOT NULL, 
	role TEXT DEFAULT '' NOT NULL, 
	since TEXT DEFAULT '' NOT NULL, 
	until TEXT DEFAULT '' NOT NULL, 
	CONSTRAINT pk_designation PRIMARY KEY (id), 
	CONSTRAINT fk_designation_entity_id FOREIGN KEY(entity_id) REFERENCES entity (id) ON DELETE RESTRICT ON UPDATE RESTRICT, 
	CONSTRAINT fk_designation_person_id FOREIGN KEY(person_id) REFERENCES person (id) ON DELETE RESTRICT ON UPDATE RESTRICT
);
CREATE TABLE document (
	id VARCHAR(32) NOT NULL, 
	meeting_id VARCHAR(32) NOT NULL, 
	position INTEGER DEFAULT '0' NOT NULL, 
	number TEXT DEFAULT '' NOT NULL, 
	symbol TEXT DEFAULT '' NOT NULL, 
	title TEXT DEFAULT '' NOT NULL, 
	kind TEXT DEFAULT '' NOT NULL, 
	distribution TEXT DEFAULT '' NOT NULL, 
	language TEXT DEFAULT '' NOT NULL, 
	submitted_by TEXT DEFAULT '' NOT NULL, 
	status TEXT DEFAULT '' NOT NULL, 
	circulated_on TEXT DEFAULT '' NOT NULL, 
	web_address TEXT DEFAULT '' NOT NULL, 
	attachment_id VARCHAR(32), 
	CONSTRAINT pk_document PRIMARY KEY (id), 
	CONSTRAINT fk_document_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (id) ON DELETE RESTRICT ON UPDATE RESTRICT, 
	CONSTRAINT fk_document_attachment_id FOREIGN KEY(attachment_id) REFERENCES attachment (id) ON DELETE RESTRICT ON UPDATE RESTRICT
);
CREATE TABLE effect (
	id VARCHAR(32) NOT NULL, 
	action_id VARCHAR(32) NOT NULL, 
	position INTEGER DEFAULT '0' NOT NULL, 
	kind TEXT DEFAULT '' NOT NULL, 
	workstream_id VARCHAR(32), 
	workstream TEXT DEFAULT '' NOT NULL, 
	other_workstream_id VARCHAR(32), 
	other_workstream TEXT DEFAULT '' NOT NULL, 
	new_name TEXT DEFAULT '' NOT NULL, 
	new_kind TEXT DEFAULT '' NOT NULL, 
	until TEXT DEFAULT '' NOT NULL, 
	CONSTRAINT pk_effect PRIMARY KEY (id), 
	CONSTRAINT fk_effect_action_id FOREIGN KEY(action_id) REFERENCES action (id) ON DELETE RESTRICT ON UPDATE RESTRICT, 
	CONSTRAINT fk_effect_workstream_id FOREIGN KEY(workstream_id) REFERENCES workstream (id) ON DELETE RESTRICT ON UPDATE RESTRICT, 
	CONSTRAINT fk_effect_other_workstream_id FOREIGN KEY(other_workstream_id) REFERENCES workstream (id) ON DELETE RESTRICT ON UPDATE RESTRICT
);
INSERT INTO "effect" VALUES('01a1fb97afc770008000a5d18af358c4','01a1fb97afc2700080049d0d53c979a5',1,'renamed','01a1fb97af8c70008000b65291246f46','',NULL,'','Task Team on Corals','','');
INSERT INTO "effect" VALUES('01a1fb97afc870008000dce923ba37b4','01a1fb97afc2700080049d0d53c979a5',2,'extended','01a1fb97af8c70008000b65291246f46','',NULL,'','','','SOM 42');
INSERT INTO "effect" VALUES('01a1fb97afc970008000a2bcd9ca777c','01a1fb97afc3700080027b4165ed676e',1,'established','01a1fb97aff770008002f59aa0294123','Task Team on Dust',NULL,'','','','');
CREATE TABLE entity (
	id VARCHAR(32) NOT NULL, 
	acronym TEXT DEFAULT '' NOT NULL, 
	full_name TEXT DEFAULT '' NOT NULL, 
	status TEXT DEFAULT '' NOT NULL, 
	parent_id VARCHAR(32), 
	unsure INTEGER DEFAULT '0' NOT NULL, counts_as_parent INTEGER DEFAULT '0' NOT NULL, 
	CONSTRAINT pk_entity PRIMARY KEY (id), 
	CONSTRAINT fk_entity_parent_id FOREIGN KEY(parent_id) REFERENCES entity (id) ON DELETE RESTRICT ON UPDATE RESTRICT
);
INSERT INTO "entity" VALUES('01a1fb97af757000801c8db45e368759','EMG','United Nations Environment Management Group','secretariat',NULL,0,0);
INSERT INTO "entity" VALUES('01a1fb97af7570008024bdd0b0431eae','FAO','Food and Agriculture Organization of the United Nations','member',NULL,0,0);
INSERT INTO "entity" VALUES('01a1fb97af7570008052b0517d36dbc0','SUN','Sustainable United Nations facility (hosted by UNEP)','secretariat','01a1fb97af757000806861a79b5c9fc4',0,0);
INSERT INTO "entity" VALUES('01a1fb97af757000806861a79b5c9fc4','UNEP','United Nations Environment Programme','member',NULL,0,0);
INSERT INTO "entity" VALUES('01a1fb97af757000809e3f2e17be8b66','WWF','World Wide Fund for Nature','observer',NULL,0,0);
CREATE TABLE entity_alias (
	id VARCHAR(32) NOT NULL, 
	entity_id VARCHAR(32) NOT NULL, 
	name TEXT DEFAULT '' NOT NULL, 
	CONSTRAINT pk_entity_alias PRIMARY KEY (id), 
	CONSTRAINT fk_entity_alias_entity_id FOREIGN KEY(entity_id) REFERENCES entity (id) ON DELETE RESTRICT ON UPDATE RESTRICT
);
INSERT INTO "entity_alias" VALUES('01a1fb97af80700080f24ef68db15289','01a1fb97af757000801c8db45e368759','EMG Secretariat');
INSERT INTO "entity_alias" VALUES('01a1fb97af80700080f47e0b9dcfb7bd','01a1fb97af757000801c8db45e368759','UNEMG');
INSERT INTO "entity_alias" VALUES('01a1fb97af80700080f6136915a2f22c','01a1fb97af757000801c8db45e368759','UN EMG');
INSERT INTO "entity_alias" VALUES('01a1fb97af80700080f82fcce8dad1a5','01a1fb97af757000801c8db45e368759','UN-EMG');
INSERT INTO "entity_alias" VALUES('01a1fb97af8070008102c7558a5235e4','01a1fb97af757000801c8db45e368759','UNEP/EMG');
INSERT INTO "entity_alias" VALUES('01a1fb97af80700081040b9a2a63236f','01a1fb97af757000801c8db45e368759','UNEP-EMG');
INSERT INTO "entity_alias" VALUES('01a1fb97af8070008106a34e4b6f3093','01a1fb97af757000801c8db45e368759','UNEP EMG');
INSERT INTO "entity_alias" VALUES('01a1fb97af807000813a25d62c78018d','01a1fb97af7570008024bdd0b0431eae','UN FAO');
INSERT INTO "entity_alias" VALUES('01a1fb97af807000813c5aa9d3377857','01a1fb97af7570008024bdd0b0431eae','UNFAO');
INSERT INTO "entity_alias" VALUES('01a1fb97af807000813eb23a48b96166','01a1fb97af7570008024bdd0b0431eae','FAO of the UN');
INSERT INTO "entity_alias" VALUES('01a1fb97af807000825a0a2c697bb6c4','01a1fb97af7570008052b0517d36dbc0','Sustainable UN');
INSERT INTO "entity_alias" VALUES('01a1fb97af807000825cbc3cfa09e71f','01a1fb97af7570008052b0517d36dbc0','SUN Facility');
INSERT INTO "entity_alias" VALUES('01a1fb97af807000825e5cccc132d41f','01a1fb97af7570008052b0517d36dbc0','SUN Secretariat');
INSERT INTO "entity_alias" VALUES('01a1fb97af8070008260bd2fd03c6f81','01a1fb97af7570008052b0517d36dbc0','Sustainable UN Facility');
INSERT INTO "entity_alias" VALUES('01a1fb97af80700082668f520ad0ec73','01a1fb97af7570008052b0517d36dbc0','UNEP/SUN');
INSERT INTO "entity_alias" VALUES('01a1fb97af80700082688192cfd9d57b','01a1fb97af7570008052b0517d36dbc0','UNEP-SUN');
INSERT INTO "entity_alias" VALUES('01a1fb97af807000826af211abb5f46d','01a1fb97af7570008052b0517d36dbc0','UNEP SUN');
INSERT INTO "entity_alias" VALUES('01a1fb97af807000830221fcbe04cdae','01a1fb97af757000806861a79b5c9fc4','UN Environment');
INSERT INTO "entity_alias" VALUES('01a1fb97af8070008304ab321ca54d71','01a1fb97af757000806861a79b5c9fc4','UN-Environment');
INSERT INTO "entity_alias" VALUES('01a1fb97af8070008306767183697a03','01a1fb97af757000806861a79b5c9fc4','UNEnvironment');
INSERT INTO "entity_alias" VALUES('01a1fb97af807000830a24b004a38dba','01a1fb97af757000806861a79b5c9fc4','PNUE');
INSERT INTO "entity_alias" VALUES('01a1fb97af807000830c4661ce432d4a','01a1fb97af757000806861a79b5c9fc4','PNUMA');
INSERT INTO "entity_alias" VALUES('01a1fb97af80700083105e9f95cef902','01a1fb97af757000806861a79b5c9fc4','UN Environment Program');
INSERT INTO "entity_alias" VALUES('01a1fb97af80700083188503d809c335','01a1fb97af757000806861a79b5c9fc4','UN Environment Programme');
INSERT INTO "entity_alias" VALUES('01a1fb97af8170008116128e9b884f93','01a1fb97af757000809e3f2e17be8b66','WWF International');
INSERT INTO "entity_alias" VALUES('01a1fb97af817000811815f58cc1ef49','01a1fb97af757000809e3f2e17be8b66','World Wildlife Fund');
CREATE TABLE entity_domain (
	id VARCHAR(32) NOT NULL, 
	entity_id VARCHAR(32) NOT NULL, 
	domain TEXT DEFAULT '' NOT NULL, 
	CONSTRAINT pk_entity_domain PRIMARY KEY (id), 
	CONSTRAINT fk_entity_domain_entity_id FOREIGN KEY(entity_id) REFERENCES entity (id) ON DELETE RESTRICT ON UPDATE RESTRICT
);
INSERT INTO "entity_domain" VALUES('01a1fb97af8470008010b78cb215150c','01a1fb97af7570008024bdd0b0431eae','fao.org');
INSERT INTO "entity_domain" VALUES('01a1fb97af8470008070b72b6bb48d5a','01a1fb97af757000809e3f2e17be8b66','wwfint.org');
CREATE TABLE entity_merge (
	id VARCHAR(32) NOT NULL, 
	kept_id VARCHAR(32) NOT NULL, 
	lost_id TEXT DEFAULT '' NOT NULL, 
	lost_name TEXT DEFAULT '' NOT NULL, 
	at TEXT DEFAULT '' NOT NULL, 
	"before" TEXT DEFAULT '' NOT NULL, 
	CONSTRAINT pk_entity_merge PRIMARY KEY (id), 
	CONSTRAINT fk_entity_merge_kept_id FOREIGN KEY(kept_id) REFERENCES entity (id) ON DELETE RESTRICT ON UPDATE RESTRICT
);
CREATE TABLE follow_up (
	id VARCHAR(32) NOT NULL, 
	meeting_id VARCHAR(32) NOT NULL, 
	position INTEGER DEFAULT '0' NOT NULL, 
	paragraph_id VARCHAR(32), 
	action_id VARCHAR(32), 
	entity_id VARCHAR(32), 
	who TEXT DEFAULT '' NOT NULL, 
	whom TEXT DEFAULT '' NOT NULL, 
	what TEXT DEFAULT '' NOT NULL, 
	due TEXT DEFAULT '' NOT NULL, 
	status TEXT DEFAULT '' NOT NULL, 
	answer TEXT DEFAULT '' NOT NULL, 
	answered_on TEXT DEFAULT '' NOT NULL, 
	answered_meeting_id VARCHAR(32), 
	CONSTRAINT pk_follow_up PRIMARY KEY (id), 
	CONSTRAINT fk_follow_up_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (id) ON DELETE RESTRICT ON UPDATE RESTRICT, 
	CONSTRAINT fk_follow_up_paragraph_id FOREIGN KEY(paragraph_id) REFERENCES paragraph (id) ON DELETE RESTRICT ON UPDATE RESTRICT, 
	CONSTRAINT fk_follow_up_action_id FOREIGN KEY(action_id) REFERENCES action (id) ON DELETE RESTRICT ON UPDATE RESTRICT, 
	CONSTRAINT fk_follow_up_entity_id FOREIGN KEY(entity_id) REFERENCES entity (id) ON DELETE RESTRICT ON UPDATE RESTRICT, 
	CONSTRAINT fk_follow_up_answered_meeting_id FOREIGN KEY(answered_meeting_id) REFERENCES meeting (id) ON DELETE RESTRICT ON UPDATE RESTRICT
);
CREATE TABLE footnote (
	id VARCHAR(32) NOT NULL, 
	paragraph_id VARCHAR(32) NOT NULL, 
	position INTEGER DEFAULT '0' NOT NULL, 
	text TEXT DEFAULT '' NOT NULL, 
	CONSTRAINT pk_footnote PRIMARY KEY (id), 
	CONSTRAINT fk_footnote_paragraph_id FOREIGN KEY(paragraph_id) REFERENCES paragraph (id) ON DELETE RESTRICT ON UPDATE RESTRICT
);
CREATE TABLE import_run (
	id VARCHAR(32) NOT NULL, 
	at TEXT DEFAULT '' NOT NULL, 
	file TEXT DEFAULT '' NOT NULL, 
	sha256 TEXT DEFAULT '' NOT NULL, 
	kind TEXT DEFAULT '' NOT NULL, 
	sheet TEXT DEFAULT '' NOT NULL, 
	fingerprint TEXT DEFAULT '' NOT NULL, 
	mapping TEXT DEFAULT '' NOT NULL, 
	headers TEXT DEFAULT '' NOT NULL, 
	meeting_id VARCHAR(32), decisions TEXT DEFAULT '' NOT NULL, 
	CONSTRAINT pk_import_run PRIMARY KEY (id), 
	CONSTRAINT fk_import_run_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (id) ON DELETE RESTRICT ON UPDATE RESTRICT
);
CREATE TABLE intended_finding (
	id VARCHAR(32) NOT NULL, 
	meeting_id VARCHAR(32), 
	finding TEXT DEFAULT '' NOT NULL, 
	reason TEXT DEFAULT '' NOT NULL, 
	at TEXT DEFAULT '' NOT NULL, 
	CONSTRAINT pk_intended_finding PRIMARY KEY (id), 
	CONSTRAINT fk_intended_finding_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (id) ON DELETE RESTRICT ON UPDATE RESTRICT
);
CREATE TABLE intervention (
	id VARCHAR(32) NOT NULL, 
	meeting_id VARCHAR(32) NOT NULL, 
	agenda_item_id VARCHAR(32), 
	position INTEGER DEFAULT '0' NOT NULL, 
	person_id VARCHAR(32), 
	speaker TEXT DEFAULT '' NOT NULL, 
	entity_id VARCHAR(32), 
	entity TEXT DEFAULT '' NOT NULL, 
	kind TEXT DEFAULT '' NOT NULL, 
	gist TEXT DEFAULT '' NOT NULL, 
	at TEXT DEFAULT '' NOT NULL, 
	paragraph_id VARCHAR(32), 
	CONSTRAINT pk_intervention PRIMARY KEY (id), 
	CONSTRAINT fk_intervention_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (id) ON DELETE RESTRICT ON UPDATE RESTRICT, 
	CONSTRAINT fk_intervention_agenda_item_id FOREIGN KEY(agenda_item_id) REFERENCES agenda_item (id) ON DELETE RESTRICT ON UPDATE RESTRICT, 
	CONSTRAINT fk_intervention_person_id FOREIGN KEY(person_id) REFERENCES person (id) ON DELETE RESTRICT ON UPDATE RESTRICT, 
	CONSTRAINT fk_intervention_entity_id FOREIGN KEY(entity_id) REFERENCES entity (id) ON DELETE RESTRICT ON UPDATE RESTRICT, 
	CONSTRAINT fk_intervention_paragraph_id FOREIGN KEY(paragraph_id) REFERENCES paragraph (id) ON DELETE RESTRICT ON UPDATE RESTRICT
);
CREATE TABLE issued_document (
	id VARCHAR(32) NOT NULL, 
	meeting_id VARCHAR(32) NOT NULL, 
	document_id VARCHAR(32), 
	name TEXT DEFAULT '' NOT NULL, 
	symbol TEXT DEFAULT '' NOT NULL, 
	revision INTEGER DEFAULT '0' NOT NULL, 
	at TEXT DEFAULT '' NOT NULL, 
	options TEXT DEFAULT '' NOT NULL, 
	lines TEXT DEFAULT '' NOT NULL, 
	changes TEXT DEFAULT '' NOT NULL, 
	attachment_id VARCHAR(32), 
	CONSTRAINT pk_issued_document PRIMARY KEY (id), 
	CONSTRAINT fk_issued_document_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (id) ON DELETE RESTRICT ON UPDATE RESTRICT, 
	CONSTRAINT fk_issued_document_document_id FOREIGN KEY(document_id) REFERENCES document (id) ON DELETE RESTRICT ON UPDATE RESTRICT, 
	CONSTRAINT fk_issued_document_attachment_id FOREIGN KEY(attachment_id) REFERENCES attachment (id) ON DELETE RESTRICT ON UPDATE RESTRICT
);
CREATE TABLE mandate_event (
	id VARCHAR(32) NOT NULL, 
	workstream_id VARCHAR(32) NOT NULL, 
	position INTEGER DEFAULT '0' NOT NULL, 
	kind TEXT DEFAULT '' NOT NULL, 
	date TEXT DEFAULT '' NOT NULL, 
	meeting_id VARCHAR(32), 
	meeting TEXT DEFAULT '' NOT NULL, 
	action_id VARCHAR(32), 
	effect_id VARCHAR(32), 
	other_workstream_id VARCHAR(32), 
	other_workstream TEXT DEFAULT '' NOT NULL, 
	new_name TEXT DEFAULT '' NOT NULL, 
	new_kind TEXT DEFAULT '' NOT NULL, 
	until TEXT DEFAULT '' NOT NULL, 
	note TEXT DEFAULT '' NOT NULL, 
	CONSTRAINT pk_mandate_event PRIMARY KEY (id), 
	CONSTRAINT fk_mandate_event_workstream_id FOREIGN KEY(workstream_id) REFERENCES workstream (id) ON DELETE RESTRICT ON UPDATE RESTRICT, 
	CONSTRAINT fk_mandate_event_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (id) ON DELETE RESTRICT ON UPDATE RESTRICT, 
	CONSTRAINT fk_mandate_event_action_id FOREIGN KEY(action_id) REFERENCES action (id) ON DELETE RESTRICT ON UPDATE RESTRICT, 
	CONSTRAINT fk_mandate_event_effect_id FOREIGN KEY(effect_id) REFERENCES effect (id) ON DELETE RESTRICT ON UPDATE RESTRICT, 
	CONSTRAINT fk_mandate_event_other_workstream_id FOREIGN KEY(other_workstream_id) REFERENCES workstream (id) ON DELETE RESTRICT ON UPDATE RESTRICT
);
INSERT INTO "mandate_event" VALUES('01a1fb97aff6700080009c37c2a54c91','01a1fb97af8c70008000b65291246f46',1,'renamed','2031-09-24','01a1fb97afb770008000dd743e321b04','','01a1fb97afc2700080049d0d53c979a5','01a1fb97afc770008000a5d18af358c4',NULL,'','Task Team on Corals','','','name before: Task Team on Reefs');
INSERT INTO "mandate_event" VALUES('01a1fb97aff7700080007d0337439457','01a1fb97af8c70008000b65291246f46',2,'extended','2031-09-24','01a1fb97afb770008000dd743e321b04','','01a1fb97afc2700080049d0d53c979a5','01a1fb97afc870008000dce923ba37b4',NULL,'','','','SOM 42','');
INSERT INTO "mandate_event" VALUES('01a1fb97aff970008000b7acf752d64c','01a1fb97aff770008002f59aa0294123',1,'established','2031-09-24','01a1fb97afb770008000dd743e321b04','','01a1fb97afc3700080027b4165ed676e','01a1fb97afc970008000a2bcd9ca777c',NULL,'','','','','status before: proposed');
CREATE TABLE meeting (
	id VARCHAR(32) NOT NULL, 
	code TEXT NOT NULL, 
	code_key TEXT NOT NULL, 
	title TEXT DEFAULT '' NOT NULL, 
	som_number INTEGER, 
	segment TEXT DEFAULT '' NOT NULL, 
	date TEXT DEFAULT '' NOT NULL, 
	end_date TEXT DEFAULT '' NOT NULL, 
	start_time TEXT DEFAULT '' NOT NULL, 
	end_time TEXT DEFAULT '' NOT NULL, 
	zone_label TEXT DEFAULT '' NOT NULL, 
	mode TEXT DEFAULT '' NOT NULL, 
	venue TEXT DEFAULT '' NOT NULL, 
	chair TEXT DEFAULT '' NOT NULL, 
	status TEXT DEFAULT '' NOT NULL, 
	distribution TEXT DEFAULT '' NOT NULL, 
	opened_at TEXT DEFAULT '' NOT NULL, 
	opened_by TEXT DEFAULT '' NOT NULL, 
	closed_at TEXT DEFAULT '' NOT NULL, 
	agenda_adopted TEXT DEFAULT '' NOT NULL, 
	head_count INTEGER, 
	agenda_symbol TEXT DEFAULT '' NOT NULL, 
	report_symbol TEXT DEFAULT '' NOT NULL, 
	summary_symbol TEXT DEFAULT '' NOT NULL, 
	summary_title TEXT DEFAULT '' NOT NULL, 
	summary_subtitle TEXT DEFAULT '' NOT NULL, kind TEXT DEFAULT '' NOT NULL, symbol_pattern TEXT DEFAULT '' NOT NULL, agenda_style TEXT DEFAULT '' NOT NULL, workstream_id VARCHAR(32) CONSTRAINT fk_meeting_workstream_id REFERENCES workstream (id) ON DELETE RESTRICT ON UPDATE RESTRICT, previous_id VARCHAR(32) CONSTRAINT fk_meeting_previous_id REFERENCES meeting (id) ON DELETE RESTRICT ON UPDATE RESTRICT, 
	CONSTRAINT pk_meeting PRIMARY KEY (id), 
	CONSTRAINT uq_meeting_code_key UNIQUE (code_key)
);
INSERT INTO "meeting" VALUES('01a1fb97afb770008000dd743e321b04','SOM40 technical','som40technical','Segment SOM40 technical',40,'technical','2031-09-24','','','','','','','','planned','','','','','',NULL,'','','','','','segment','','',NULL,NULL);
INSERT INTO "meeting" VALUES('01a1fb97afb87000800283e0f741a65e','SOM40 senior','som40senior','Segment SOM40 senior',40,'senior','2031-10-29','','','','','','','','planned','','','','','',NULL,'','','','','','segment','','',NULL,NULL);
CREATE TABLE office (
	id VARCHAR(32) NOT NULL, 
	office TEXT DEFAULT '' NOT NULL, 
	person_id VARCHAR(32) NOT NULL, 
	since TEXT DEFAULT '' NOT NULL, 
	until TEXT DEFAULT '' NOT NULL, 
	CONSTRAINT pk_office PRIMARY KEY (id), 
	CONSTRAINT fk_office_person_id FOREIGN KEY(person_id) REFERENCES person (id) ON DELETE RESTRICT ON UPDATE RESTRICT
);
CREATE TABLE paragraph (
	id VARCHAR(32) NOT NULL, 
	section_id VARCHAR(32) NOT NULL, 
	position INTEGER DEFAULT '0' NOT NULL, 
	kind TEXT DEFAULT '' NOT NULL, 
	text TEXT DEFAULT '' NOT NULL, 
	speaker TEXT DEFAULT '' NOT NULL, 
	entity TEXT DEFAULT '' NOT NULL, 
	action_section_id VARCHAR(32), 
	action_id VARCHAR(32), 
	fill TEXT DEFAULT '' NOT NULL, 
	frozen INTEGER DEFAULT '0' NOT NULL, 
	CONSTRAINT pk_paragraph PRIMARY KEY (id), 
	CONSTRAINT fk_paragraph_section_id FOREIGN KEY(section_id) REFERENCES report_section (id) ON DELETE RESTRICT ON UPDATE RESTRICT, 
	CONSTRAINT fk_paragraph_action_section_id FOREIGN KEY(action_section_id) REFERENCES action_section (id) ON DELETE RESTRICT ON UPDATE RESTRICT, 
	CONSTRAINT fk_paragraph_action_id FOREIGN KEY(action_id) REFERENCES action (id) ON DELETE RESTRICT ON UPDATE RESTRICT
);
CREATE TABLE participation (
	id VARCHAR(32) NOT NULL, 
	meeting_id VARCHAR(32) NOT NULL, 
	person_id VARCHAR(32) NOT NULL, 
	position INTEGER DEFAULT '0' NOT NULL, 
	title TEXT DEFAULT '' NOT NULL, 
	name TEXT DEFAULT '' NOT NULL, 
	given TEXT DEFAULT '' NOT NULL, 
	family TEXT DEFAULT '' NOT NULL, 
	entity_id VARCHAR(32), 
	entity TEXT DEFAULT '' NOT NULL, 
	function TEXT DEFAULT '' NOT NULL, 
	capacity TEXT DEFAULT '' NOT NULL, 
	role TEXT DEFAULT '' NOT NULL, 
	level TEXT DEFAULT '' NOT NULL, 
	stands_in_for TEXT DEFAULT '' NOT NULL, 
	attendance TEXT DEFAULT '' NOT NULL, 
	mode TEXT DEFAULT '' NOT NULL, 
	registered TEXT DEFAULT '' NOT NULL, 
	notes TEXT DEFAULT '' NOT NULL, 
	import_id VARCHAR(32), 
	source_row INTEGER, 
	original TEXT DEFAULT '' NOT NULL, walk_in INTEGER DEFAULT '0' NOT NULL, 
	CONSTRAINT pk_participation PRIMARY KEY (id), 
	CONSTRAINT fk_participation_entity_id FOREIGN KEY(entity_id) REFERENCES entity (id) ON DELETE RESTRICT ON UPDATE RESTRICT, 
	CONSTRAINT fk_participation_import_id FOREIGN KEY(import_id) REFERENCES import_run (id) ON DELETE RESTRICT ON UPDATE RESTRICT, 
	CONSTRAINT fk_participation_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (id) ON DELETE RESTRICT ON UPDATE RESTRICT, 
	CONSTRAINT fk_participation_person_id FOREIGN KEY(person_id) REFERENCES person (id) ON DELETE RESTRICT ON UPDATE RESTRICT
);
INSERT INTO "participation" VALUES('01a1fb97afd4700080004d4095e5f5b4','01a1fb97afb770008000dd743e321b04','01a1fb97afd070008000682284376ffa',1,'','Amélie Dürst','Amélie','Dürst','01a1fb97af757000806861a79b5c9fc4','UNEP','','member','participant','','','registered','online','','',NULL,NULL,'',0);
INSERT INTO "participation" VALUES('01a1fb97afd770008000598581390384','01a1fb97afb770008000dd743e321b04','01a1fb97afd6700080002ae56ac594fc',2,'','Jorge Peña Ibáñez','Jorge Peña','Ibáñez','01a1fb97af7570008024bdd0b0431eae','FAO','','member','participant','','','registered','online','','',NULL,NULL,'',0);
INSERT INTO "participation" VALUES('01a1fb97afda700080007f854ba0a8ce','01a1fb97afb770008000dd743e321b04','01a1fb97afd9700080000cf93c7295d0',3,'','Ngozi Adeyemi-Okoro','Ngozi','Adeyemi-Okoro','01a1fb97af757000809e3f2e17be8b66','WWF','','observer','participant','','','registered','online','','',NULL,NULL,'',0);
INSERT INTO "participation" VALUES('01a1fb97afdd700080003478bb39d168','01a1fb97afb770008000dd743e321b04','01a1fb97afdc70008000528068ef914e',4,'','Светлана Воронова','Светлана','Воронова','01a1fb97af757000801c8db45e368759','EMG','','secretariat','participant','','','registered','online','','',NULL,NULL,'',0);
INSERT INTO "participation" VALUES('01a1fb97afde700080043295b219257d','01a1fb97afb770008000dd743e321b04','01a1fb97afde700080007cfed4f54cde',5,'','Ruth Solberg','Ruth','Solberg',NULL,'','','guest','participant','','','registered','online','','',NULL,NULL,'',0);
CREATE TABLE person (
	id VARCHAR(32) NOT NULL, 
	name TEXT DEFAULT '' NOT NULL, 
	given TEXT DEFAULT '' NOT NULL, 
	family TEXT DEFAULT '' NOT NULL, 
	title TEXT DEFAULT '' NOT NULL, 
	function TEXT DEFAULT '' NOT NULL, 
	entity_id VARCHAR(32), 
	phone TEXT DEFAULT '' NOT NULL, 
	country TEXT DEFAULT '' NOT NULL, 
	notes TEXT DEFAULT '' NOT NULL, particles TEXT DEFAULT '' NOT NULL, 
	CONSTRAINT pk_person PRIMARY KEY (id), 
	CONSTRAINT fk_person_entity_id FOREIGN KEY(entity_id) REFERENCES entity (id) ON DELETE RESTRICT ON UPDATE RESTRICT
);
INSERT INTO "person" VALUES('01a1fb97afd070008000682284376ffa','Amélie Dürst','Amélie','Dürst','','','01a1fb97af757000806861a79b5c9fc4','','','','');
INSERT INTO "person" VALUES('01a1fb97afd6700080002ae56ac594fc','Jorge Peña Ibáñez','Jorge Peña','Ibáñez','','','01a1fb97af7570008024bdd0b0431eae','','','','');
INSERT INTO "person" VALUES('01a1fb97afd9700080000cf93c7295d0','Ngozi Adeyemi-Okoro','Ngozi','Adeyemi-Okoro','','','01a1fb97af757000809e3f2e17be8b66','','','','');
INSERT INTO "person" VALUES('01a1fb97afdc70008000528068ef914e','Светлана Воронова','Светлана','Воронова','','','01a1fb97af757000801c8db45e368759','','','','');
INSERT INTO "person" VALUES('01a1fb97afde700080007cfed4f54cde','Ruth Solberg','Ruth','Solberg','','',NULL,'','','','');
INSERT INTO "person" VALUES('01a1fb97afe070008002f8b14fb88687','Ines Calado','Ines','Calado','','','01a1fb97af7570008024bdd0b0431eae','','','','');
CREATE TABLE person_email (
	id VARCHAR(32) NOT NULL, 
	person_id VARCHAR(32) NOT NULL, 
	email TEXT DEFAULT '' NOT NULL, 
	position INTEGER DEFAULT '0' NOT NULL, 
	CONSTRAINT pk_person_email PRIMARY KEY (id), 
	CONSTRAINT fk_person_email_person_id FOREIGN KEY(person_id) REFERENCES person (id) ON DELETE RESTRICT ON UPDATE RESTRICT
);
INSERT INTO "person_email" VALUES('01a1fb97afe170008000effe0497b8a5','01a1fb97afe070008002f8b14fb88687','ines@fao.example',0);
CREATE TABLE person_merge (
	id VARCHAR(32) NOT NULL, 
	kept_id VARCHAR(32) NOT NULL, 
	lost_id TEXT DEFAULT '' NOT NULL, 
	lost_name TEXT DEFAULT '' NOT NULL, 
	at TEXT DEFAULT '' NOT NULL, 
	"before" TEXT DEFAULT '' NOT NULL, 
	CONSTRAINT pk_person_merge PRIMARY KEY (id), 
	CONSTRAINT fk_person_merge_kept_id FOREIGN KEY(kept_id) REFERENCES person (id) ON DELETE RESTRICT ON UPDATE RESTRICT
);
CREATE TABLE person_name (
	id VARCHAR(32) NOT NULL, 
	person_id VARCHAR(32) NOT NULL, 
	name TEXT DEFAULT '' NOT NULL, 
	"key" TEXT NOT NULL, 
	CONSTRAINT pk_person_name PRIMARY KEY (id), 
	CONSTRAINT fk_person_name_person_id FOREIGN KEY(person_id) REFERENCES person (id) ON DELETE RESTRICT ON UPDATE RESTRICT
);
INSERT INTO "person_name" VALUES('01a1fb97afd170008000b54ea135cb00','01a1fb97afd070008000682284376ffa','Amélie Dürst','amelie durst');
INSERT INTO "person_name" VALUES('01a1fb97afd67000800208542e26946a','01a1fb97afd6700080002ae56ac594fc','Jorge Peña Ibáñez','ibanez jorge pena');
INSERT INTO "person_name" VALUES('01a1fb97afd970008002d189893e1541','01a1fb97afd9700080000cf93c7295d0','Ngozi Adeyemi-Okoro','adeyemi ngozi okoro');
INSERT INTO "person_name" VALUES('01a1fb97afdc7000800226aa11342389','01a1fb97afdc70008000528068ef914e','Светлана Воронова','воронова светлана');
INSERT INTO "person_name" VALUES('01a1fb97afde7000800232647b7031a8','01a1fb97afde700080007cfed4f54cde','Ruth Solberg','ruth solberg');
INSERT INTO "person_name" VALUES('01a1fb97afe070008004a381b3108738','01a1fb97afe070008002f8b14fb88687','Ines Calado','calado ines');
CREATE TABLE progress_entry (
	id VARCHAR(32) NOT NULL, 
	task_id VARCHAR(32) NOT NULL, 
	position INTEGER DEFAULT '0' NOT NULL, 
	status TEXT DEFAULT '' NOT NULL, 
	text TEXT DEFAULT '' NOT NULL, 
	as_of TEXT DEFAULT '' NOT NULL, 
	CONSTRAINT pk_progress_entry PRIMARY KEY (id), 
	CONSTRAINT fk_progress_entry_task_id FOREIGN KEY(task_id) REFERENCES task (id) ON DELETE RESTRICT ON UPDATE RESTRICT
);
INSERT INTO "progress_entry" VALUES('01a1fb97afb57000800086f3a4603e6c','01a1fb97afb1700080003a169b15b8fe',1,'ongoing','Half of it.','2031-05-02');
INSERT INTO "progress_entry" VALUES('01a1fb97afe670008004e66308f94793','01a1fb97afe4700080007433d95c777e',1,'ongoing','Half of it.','2031-05-02');
CREATE TABLE report_section (
	id VARCHAR(32) NOT NULL, 
	meeting_id VARCHAR(32) NOT NULL, 
	parent_id VARCHAR(32), 
	position INTEGER DEFAULT '0' NOT NULL, 
	heading TEXT DEFAULT '' NOT NULL, 
	workstream_id VARCHAR(32), 
	CONSTRAINT pk_report_section PRIMARY KEY (id), 
	CONSTRAINT fk_report_section_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (id) ON DELETE RESTRICT ON UPDATE RESTRICT, 
	CONSTRAINT fk_report_section_parent_id FOREIGN KEY(parent_id) REFERENCES report_section (id) ON DELETE RESTRICT ON UPDATE RESTRICT, 
	CONSTRAINT fk_report_section_workstream_id FOREIGN KEY(workstream_id) REFERENCES workstream (id) ON DELETE RESTRICT ON UPDATE RESTRICT
);
CREATE TABLE reservation (
	id VARCHAR(32) NOT NULL, 
	action_id VARCHAR(32), 
	paragraph_id VARCHAR(32), 
	deliverable_id VARCHAR(32), 
	position INTEGER DEFAULT '0' NOT NULL, 
	entity_id VARCHAR(32), 
	entity TEXT DEFAULT '' NOT NULL, 
	text TEXT DEFAULT '' NOT NULL, 
	CONSTRAINT pk_reservation PRIMARY KEY (id), 
	CONSTRAINT fk_reservation_action_id FOREIGN KEY(action_id) REFERENCES action (id) ON DELETE RESTRICT ON UPDATE RESTRICT, 
	CONSTRAINT fk_reservation_paragraph_id FOREIGN KEY(paragraph_id) REFERENCES paragraph (id) ON DELETE RESTRICT ON UPDATE RESTRICT, 
	CONSTRAINT fk_reservation_deliverable_id FOREIGN KEY(deliverable_id) REFERENCES deliverable (id) ON DELETE RESTRICT ON UPDATE RESTRICT, 
	CONSTRAINT fk_reservation_entity_id FOREIGN KEY(entity_id) REFERENCES entity (id) ON DELETE RESTRICT ON UPDATE RESTRICT
);
CREATE TABLE revision (
	number INTEGER NOT NULL, 
	id VARCHAR(32) NOT NULL, 
	label TEXT DEFAULT '' NOT NULL, 
	author TEXT DEFAULT '' NOT NULL, 
	at TEXT DEFAULT '' NOT NULL, 
	kind TEXT NOT NULL, 
	target INTEGER, 
	applied_by INTEGER, 
	undone INTEGER DEFAULT '0' NOT NULL, 
	first_change INTEGER NOT NULL, 
	last_change INTEGER DEFAULT '0' NOT NULL, 
	undoable INTEGER DEFAULT '1' NOT NULL, 
	CONSTRAINT pk_revision PRIMARY KEY (number), 
	CONSTRAINT fk_revision_applied_by FOREIGN KEY(applied_by) REFERENCES revision (number), 
	CONSTRAINT fk_revision_target FOREIGN KEY(target) REFERENCES revision (number), 
	CONSTRAINT uq_revision_id UNIQUE (id)
);
INSERT INTO "revision" VALUES(1,'01a1fb97af66700080004f6e323f0b0c','Start the desk','Ada','2026-11-21T00:53:04+00:00','do',NULL,1,0,1,711,0);
INSERT INTO "revision" VALUES(2,'01a1fb97af8970008000625f515fc9e0','Chapter','Ada','2026-11-21T00:53:04+00:00','do',NULL,2,0,712,712,1);
INSERT INTO "revision" VALUES(3,'01a1fb97af8b7000800079940aef7565','Workstream','Ada','2026-11-21T00:53:04+00:00','do',NULL,3,0,713,713,1);
INSERT INTO "revision" VALUES(4,'01a1fb97afad70008000889f55ee1fb6','Workstream','Ada','2026-11-21T00:53:04+00:00','do',NULL,4,0,714,714,1);
INSERT INTO "revision" VALUES(5,'01a1fb97afae70008002b1daa91e7c6e','Task','Ada','2026-11-21T00:53:04+00:00','do',NULL,5,0,715,715,1);
INSERT INTO "revision" VALUES(6,'01a1fb97afb170008002acace614450c','Task','Ada','2026-11-21T00:53:04+00:00','do',NULL,6,0,716,716,1);
INSERT INTO "revision" VALUES(7,'01a1fb97afb270008002aa47c5e94b8f','Task','Ada','2026-11-21T00:53:04+00:00','do',NULL,7,0,717,717,1);
INSERT INTO "revision" VALUES(8,'01a1fb97afb370008002083b49d19e8c','Entry','Ada','2026-11-21T00:53:04+00:00','do',NULL,8,0,718,718,1);
INSERT INTO "revision" VALUES(9,'01a1fb97afb570008002cd90384b6111','New meeting SOM40 technical','Ada','2026-11-21T00:53:04+00:00','do',NULL,9,0,719,719,1);
INSERT INTO "revision" VALUES(10,'01a1fb97afb870008000c2251ae40f53','New meeting SOM40 senior','Ada','2026-11-21T00:53:04+00:00','do',NULL,10,0,720,720,1);
INSERT INTO "revision" VALUES(11,'01a1fb97afb8700080042521cf3bee55','Section','Ada','2026-11-21T00:53:04+00:00','do',NULL,11,0,721,721,1);
INSERT INTO "revision" VALUES(12,'01a1fb97afbb700080001b8725e5287f','Section','Ada','2026-11-21T00:53:04+00:00','do',NULL,12,0,722,722,1);
INSERT INTO "revision" VALUES(13,'01a1fb97afbc70008000f73175c3093f','Action','Ada','2026-11-21T00:53:04+00:00','do',NULL,13,0,723,723,1);
INSERT INTO "revision" VALUES(14,'01a1fb97afbe700080004f7ffb689928','Action','Ada','2026-11-21T00:53:04+00:00','do',NULL,14,0,724,724,1);
INSERT INTO "revision" VALUES(15,'01a1fb97afbf70008000ecfd3b20a1d7','Action','Ada','2026-11-21T00:53:04+00:00','do',NULL,15,0,725,725,1);
INSERT INTO "revision" VALUES(16,'01a1fb97afc17000800057084a07a975','Action','Ada','2026-11-21T00:53:04+00:00','do',NULL,16,0,726,726,1);
INSERT INTO "revision" VALUES(17,'01a1fb97afc2700080023872060420c3','Action','Ada','2026-11-21T00:53:04+00:00','do',NULL,17,0,727,727,1);
INSERT INTO "revision" VALUES(18,'01a1fb97afc370008000b38c1846d753','Action','Ada','2026-11-21T00:53:04+00:00','do',NULL,18,0,728,728,1);
INSERT INTO "revision" VALUES(19,'01a1fb97afc470008000dc2bc3c65e89','Action','Ada','2026-11-21T00:53:04+00:00','do',NULL,19,0,729,729,1);
INSERT INTO "revision" VALUES(20,'01a1fb97afc5700080029598eb4b577b','Effect','Ada','2026-11-21T00:53:04+00:00','do',NULL,20,0,730,730,1);
INSERT INTO "revision" VALUES(21,'01a1fb97afc77000800298204faa2631','Effect','Ada','2026-11-21T00:53:04+00:00','do',NULL,21,0,731,731,1);
INSERT INTO "revision" VALUES(22,'01a1fb97afc870008002fc438a0935cc','Effect','Ada','2026-11-21T00:53:04+00:00','do',NULL,22,0,732,732,1);
INSERT INTO "revision" VALUES(23,'01a1fb97afc970008002780015d390aa','Add','Ada','2026-11-21T00:53:04+00:00','do',NULL,23,0,733,735,1);
INSERT INTO "revision" VALUES(24,'01a1fb97afd470008002be6b281affd7','Add','Ada','2026-11-21T00:53:04+00:00','do',NULL,24,0,736,738,1);
INSERT INTO "revision" VALUES(25,'01a1fb97afd770008002c69bb8ee618d','Add','Ada','2026-11-21T00:53:04+00:00','do',NULL,25,0,739,741,1);
INSERT INTO "revision" VALUES(26,'01a1fb97afda70008002720b02bb2b28','Add','Ada','2026-11-21T00:53:04+00:00','do',NULL,26,0,742,744,1);
INSERT INTO "revision" VALUES(27,'01a1fb97afdd70008002b535bf201dd4','Add','Ada','2026-11-21T00:53:04+00:00','do',NULL,27,0,745,747,1);
INSERT INTO "revision" VALUES(28,'01a1fb97afe070008000d2d542e22291','Add','Ada','2026-11-21T00:53:04+00:00','do',NULL,28,0,748,750,1);
INSERT INTO "revision" VALUES(29,'01a1fb97afe1700080024ea340872d0e','Chapter','Ada','2026-11-21T00:53:04+00:00','do',NULL,29,0,751,751,1);
INSERT INTO "revision" VALUES(30,'01a1fb97afe270008002270c5af5398c','Workstream','Ada','2026-11-21T00:53:04+00:00','do',NULL,30,0,752,752,1);
INSERT INTO "revision" VALUES(31,'01a1fb97afe3700080009742a1eb0e2d','Workstream','Ada','2026-11-21T00:53:04+00:00','do',NULL,31,0,753,753,1);
INSERT INTO "revision" VALUES(32,'01a1fb97afe3700080040cc149894e76','Task','Ada','2026-11-21T00:53:04+00:00','do',NULL,32,0,754,754,1);
INSERT INTO "revision" VALUES(33,'01a1fb97afe47000800213b78b5b0093','Task','Ada','2026-11-21T00:53:04+00:00','do',NULL,33,0,755,755,1);
INSERT INTO "revision" VALUES(34,'01a1fb97afe570008002726e39c400d5','Task','Ada','2026-11-21T00:53:04+00:00','do',NULL,34,0,756,756,1);
INSERT INTO "revision" VALUES(35,'01a1fb97afe670008002b294343196e0','Entry','Ada','2026-11-21T00:53:04+00:00','do',NULL,35,0,757,757,1);
INSERT INTO "revision" VALUES(36,'01a1fb97afe770008000a85f4038eaa2','Approve all','Ada','2026-11-21T00:53:04+00:00','do',NULL,36,0,758,764,1);
INSERT INTO "revision" VALUES(37,'01a1fb97afee70008000607db67031ca','Adopt','Ada','2026-11-21T00:53:04+00:00','do',NULL,37,0,765,772,1);
CREATE TABLE section_item (
	id VARCHAR(32) NOT NULL, 
	section_id VARCHAR(32) NOT NULL, 
	agenda_item_id VARCHAR(32) NOT NULL, 
	CONSTRAINT pk_section_item PRIMARY KEY (id), 
	CONSTRAINT fk_section_item_section_id FOREIGN KEY(section_id) REFERENCES report_section (id) ON DELETE RESTRICT ON UPDATE RESTRICT, 
	CONSTRAINT fk_section_item_agenda_item_id FOREIGN KEY(agenda_item_id) REFERENCES agenda_item (id) ON DELETE RESTRICT ON UPDATE RESTRICT
);
CREATE TABLE setting (
	id VARCHAR(32) NOT NULL, 
	name TEXT NOT NULL, 
	value TEXT DEFAULT '' NOT NULL, 
	CONSTRAINT pk_setting PRIMARY KEY (id), 
	CONSTRAINT uq_setting_name UNIQUE (name)
);
CREATE TABLE task (
	id VARCHAR(32) NOT NULL, 
	chapter_id VARCHAR(32) NOT NULL, 
	workstream_id VARCHAR(32), 
	position INTEGER DEFAULT '0' NOT NULL, 
	text TEXT DEFAULT '' NOT NULL, 
	source TEXT DEFAULT '' NOT NULL, 
	responsible TEXT DEFAULT '' NOT NULL, 
	due TEXT DEFAULT '' NOT NULL, 
	next_steps TEXT DEFAULT '' NOT NULL, action_id VARCHAR(32) CONSTRAINT fk_task_action_id REFERENCES action (id) ON DELETE RESTRICT ON UPDATE RESTRICT, 
	CONSTRAINT pk_task PRIMARY KEY (id), 
	CONSTRAINT fk_task_chapter_id FOREIGN KEY(chapter_id) REFERENCES chapter (id) ON DELETE RESTRICT ON UPDATE RESTRICT, 
	CONSTRAINT fk_task_workstream_id FOREIGN KEY(workstream_id) REFERENCES workstream (id) ON DELETE RESTRICT ON UPDATE RESTRICT
);
INSERT INTO "task" VALUES('01a1fb97afb1700080003a169b15b8fe','01a1fb97af8a70008000412c2e2606cc','01a1fb97af8c70008000b65291246f46',1,'Make the map.','','','','',NULL);
INSERT INTO "task" VALUES('01a1fb97afb270008000b7100c56a6a2','01a1fb97af8a70008000412c2e2606cc','01a1fb97afae7000800003d8bd927e71',2,'Make the survey.','','','','',NULL);
INSERT INTO "task" VALUES('01a1fb97afb37000800076e9e2880661','01a1fb97af8a70008000412c2e2606cc',NULL,3,'Make the website.','','','','',NULL);
INSERT INTO "task" VALUES('01a1fb97afe4700080007433d95c777e','01a1fb97afe2700080007e9a77c7c692','01a1fb97afe2700080047d6e6dfce945',4,'Make the map.','','','','',NULL);
INSERT INTO "task" VALUES('01a1fb97afe5700080004db0af5a3231','01a1fb97afe2700080007e9a77c7c692','01a1fb97afe370008002a2b8cb241c44',5,'Make the survey.','','','','',NULL);
INSERT INTO "task" VALUES('01a1fb97afe670008000c1c4f44fa556','01a1fb97afe2700080007e9a77c7c692',NULL,6,'Make the website.','','','','',NULL);
CREATE TABLE two_entities (
	id VARCHAR(32) NOT NULL, 
	one_id VARCHAR(32) NOT NULL, 
	other_id VARCHAR(32) NOT NULL, 
	CONSTRAINT pk_two_entities PRIMARY KEY (id), 
	CONSTRAINT fk_two_entities_one_id FOREIGN KEY(one_id) REFERENCES entity (id) ON DELETE RESTRICT ON UPDATE RESTRICT, 
	CONSTRAINT fk_two_entities_other_id FOREIGN KEY(other_id) REFERENCES entity (id) ON DELETE RESTRICT ON UPDATE RESTRICT
);
CREATE TABLE two_people (
	id VARCHAR(32) NOT NULL, 
	one_id VARCHAR(32) NOT NULL, 
	other_id VARCHAR(32) NOT NULL, 
	CONSTRAINT pk_two_people PRIMARY KEY (id), 
	CONSTRAINT fk_two_people_one_id FOREIGN KEY(one_id) REFERENCES person (id) ON DELETE RESTRICT ON UPDATE RESTRICT, 
	CONSTRAINT fk_two_people_other_id FOREIGN KEY(other_id) REFERENCES person (id) ON DELETE RESTRICT ON UPDATE RESTRICT
);
CREATE TABLE workstream (
	id VARCHAR(32) NOT NULL, 
	name TEXT DEFAULT '' NOT NULL, 
	short_name TEXT DEFAULT '' NOT NULL, 
	kind TEXT DEFAULT '' NOT NULL, 
	parent_id VARCHAR(32), 
	chapter_id VARCHAR(32), 
	position INTEGER DEFAULT '0' NOT NULL, 
	leads TEXT DEFAULT '' NOT NULL, 
	members TEXT DEFAULT '' NOT NULL, 
	purpose TEXT DEFAULT '' NOT NULL, 
	status TEXT DEFAULT '' NOT NULL, 
	CONSTRAINT pk_workstream PRIMARY KEY (id), 
	CONSTRAINT fk_workstream_chapter_id FOREIGN KEY(chapter_id) REFERENCES chapter (id) ON DELETE RESTRICT ON UPDATE RESTRICT, 
	CONSTRAINT fk_workstream_parent_id FOREIGN KEY(parent_id) REFERENCES workstream (id) ON DELETE RESTRICT ON UPDATE RESTRICT
);
INSERT INTO "workstream" VALUES('01a1fb97af8c70008000b65291246f46','Task Team on Corals','','',NULL,'01a1fb97af8a70008000412c2e2606cc',1,'','','','active');
INSERT INTO "workstream" VALUES('01a1fb97afae7000800003d8bd927e71','Coalition on Ports','','',NULL,'01a1fb97af8a70008000412c2e2606cc',2,'','','','active');
INSERT INTO "workstream" VALUES('01a1fb97afe2700080047d6e6dfce945','Task Team on Reefs','','',NULL,'01a1fb97afe2700080007e9a77c7c692',3,'','','','active');
INSERT INTO "workstream" VALUES('01a1fb97afe370008002a2b8cb241c44','Coalition on Ports','','',NULL,'01a1fb97afe2700080007e9a77c7c692',4,'','','','active');
INSERT INTO "workstream" VALUES('01a1fb97aff770008002f59aa0294123','Task Team on Dust','','Task Team',NULL,NULL,5,'','','','active');
CREATE TABLE workstream_alias (
	id VARCHAR(32) NOT NULL, 
	workstream_id VARCHAR(32) NOT NULL, 
	name TEXT DEFAULT '' NOT NULL, 
	CONSTRAINT pk_workstream_alias PRIMARY KEY (id), 
	CONSTRAINT fk_workstream_alias_workstream_id FOREIGN KEY(workstream_id) REFERENCES workstream (id) ON DELETE RESTRICT ON UPDATE RESTRICT
);
INSERT INTO "workstream_alias" VALUES('01a1fb97aff57000800007103e1bb28f','01a1fb97af8c70008000b65291246f46','Task Team on Reefs');
CREATE INDEX ix_entity_parent_id ON entity (parent_id);
CREATE INDEX ix_entity_alias_entity_id ON entity_alias (entity_id);
CREATE INDEX ix_import_run_fingerprint ON import_run (fingerprint);
CREATE INDEX ix_import_run_meeting_id ON import_run (meeting_id);
CREATE INDEX ix_person_entity_id ON person (entity_id);
CREATE INDEX ix_workstream_chapter_id ON workstream (chapter_id);
CREATE INDEX ix_workstream_parent_id ON workstream (parent_id);
CREATE INDEX ix_participation_entity_id ON participation (entity_id);
CREATE INDEX ix_participation_import_id ON participation (import_id);
CREATE INDEX ix_participation_meeting_id ON participation (meeting_id);
CREATE INDEX ix_participation_person_id ON participation (person_id);
CREATE INDEX ix_person_email_person_id ON person_email (person_id);
CREATE INDEX ix_person_name_key ON person_name ("key");
CREATE INDEX ix_person_name_person_id ON person_name (person_id);
CREATE INDEX ix_task_chapter_id ON task (chapter_id);
CREATE INDEX ix_task_workstream_id ON task (workstream_id);
CREATE INDEX ix_workstream_alias_workstream_id ON workstream_alias (workstream_id);
CREATE INDEX ix_progress_entry_task_id ON progress_entry (task_id);
CREATE INDEX ix_entity_domain_entity_id ON entity_domain (entity_id);
CREATE INDEX ix_two_people_one_id ON two_people (one_id);
CREATE INDEX ix_two_people_other_id ON two_people (other_id);
CREATE INDEX ix_person_merge_kept_id ON person_merge (kept_id);
CREATE INDEX ix_two_entities_one_id ON two_entities (one_id);
CREATE INDEX ix_two_entities_other_id ON two_entities (other_id);
CREATE INDEX ix_entity_merge_kept_id ON entity_merge (kept_id);
CREATE INDEX ix_attachment_part_attachment_id ON attachment_part (attachment_id);
CREATE INDEX ix_document_meeting_id ON document (meeting_id);
CREATE INDEX ix_document_attachment_id ON document (attachment_id);
CREATE INDEX ix_issued_document_meeting_id ON issued_document (meeting_id);
CREATE INDEX ix_issued_document_document_id ON issued_document (document_id);
CREATE INDEX ix_issued_document_attachment_id ON issued_document (attachment_id);
CREATE INDEX ix_agenda_item_meeting_id ON agenda_item (meeting_id);
CREATE INDEX ix_agenda_item_parent_id ON agenda_item (parent_id);
CREATE INDEX ix_agenda_item_workstream_id ON agenda_item (workstream_id);
CREATE INDEX ix_agenda_document_agenda_item_id ON agenda_document (agenda_item_id);
CREATE INDEX ix_agenda_document_document_id ON agenda_document (document_id);
CREATE INDEX ix_action_section_meeting_id ON action_section (meeting_id);
CREATE INDEX ix_action_section_workstream_id ON action_section (workstream_id);
CREATE INDEX ix_action_section_id ON action (section_id);
CREATE INDEX ix_action_parent_id ON action (parent_id);
CREATE INDEX ix_action_origin_id ON action (origin_id);
CREATE INDEX ix_effect_action_id ON effect (action_id);
CREATE INDEX ix_effect_workstream_id ON effect (workstream_id);
CREATE INDEX ix_effect_other_workstream_id ON effect (other_workstream_id);
CREATE INDEX ix_mandate_event_workstream_id ON mandate_event (workstream_id);
CREATE INDEX ix_mandate_event_meeting_id ON mandate_event (meeting_id);
CREATE INDEX ix_mandate_event_action_id ON mandate_event (action_id);
CREATE INDEX ix_mandate_event_effect_id ON mandate_event (effect_id);
CREATE INDEX ix_mandate_event_other_workstream_id ON mandate_event (other_workstream_id);
CREATE INDEX ix_report_section_meeting_id ON report_section (meeting_id);
CREATE INDEX ix_report_section_parent_id ON report_section (parent_id);
CREATE INDEX ix_report_section_workstream_id ON report_section (workstream_id);
CREATE INDEX ix_section_item_section_id ON section_item (section_id);
CREATE INDEX ix_section_item_agenda_item_id ON section_item (agenda_item_id);
CREATE INDEX ix_paragraph_section_id ON paragraph (section_id);
CREATE INDEX ix_paragraph_action_section_id ON paragraph (action_section_id);
CREATE INDEX ix_paragraph_action_id ON paragraph (action_id);
CREATE INDEX ix_footnote_paragraph_id ON footnote (paragraph_id);
CREATE INDEX ix_deliverable_workstream_id ON deliverable (workstream_id);
CREATE INDEX ix_deliverable_stage_deliverable_id ON deliverable_stage (deliverable_id);
CREATE INDEX ix_deliverable_stage_meeting_id ON deliverable_stage (meeting_id);
CREATE INDEX ix_reservation_action_id ON reservation (action_id);
CREATE INDEX ix_reservation_paragraph_id ON reservation (paragraph_id);
CREATE INDEX ix_reservation_deliverable_id ON reservation (deliverable_id);
CREATE INDEX ix_reservation_entity_id ON reservation (entity_id);
CREATE INDEX ix_intervention_meeting_id ON intervention (meeting_id);
CREATE INDEX ix_intervention_agenda_item_id ON intervention (agenda_item_id);
CREATE INDEX ix_intervention_person_id ON intervention (person_id);
CREATE INDEX ix_intervention_entity_id ON intervention (entity_id);
CREATE INDEX ix_intervention_paragraph_id ON intervention (paragraph_id);
CREATE INDEX ix_follow_up_meeting_id ON follow_up (meeting_id);
CREATE INDEX ix_follow_up_paragraph_id ON follow_up (paragraph_id);
CREATE INDEX ix_follow_up_action_id ON follow_up (action_id);
CREATE INDEX ix_follow_up_entity_id ON follow_up (entity_id);
CREATE INDEX ix_follow_up_answered_meeting_id ON follow_up (answered_meeting_id);
CREATE INDEX ix_office_person_id ON office (person_id);
CREATE INDEX ix_designation_entity_id ON designation (entity_id);
CREATE INDEX ix_designation_person_id ON designation (person_id);
CREATE INDEX ix_intended_finding_meeting_id ON intended_finding (meeting_id);
CREATE INDEX ix_meeting_workstream_id ON meeting (workstream_id);
CREATE INDEX ix_meeting_previous_id ON meeting (previous_id);
CREATE INDEX ix_task_action_id ON task (action_id);
COMMIT;
